"""``make cases``: how many cases are right, and what each of the others lacks; UPDATE_CASES=1 writes the list anew."""

from __future__ import annotations

import os
import sys

from cases import checking
from cases.notation import read_cases


def main() -> None:
    """Prints the account; with names of cases or areas, only of those."""
    asked = {*sys.argv[1:]}
    cases = [case for case in read_cases() if not asked or asked & {case.id, case.area}]
    results = checking.check_all(cases)
    known = checking.known_misses()
    lines = [line for result in results if result.faults for line in checking.account(result)]
    lines += ["", *checking.aspects(results), "", *checking.table(results)]
    lines += [f"newly failing: {r.case.id}" for r in results if r.faults and r.case.id not in known]
    lines += [f"newly right: {r.case.id}" for r in results if not r.faults and r.case.id in known]
    sys.stdout.write("\n".join(lines).lstrip("\n") + "\n")
    if os.environ.get("UPDATE_CASES") == "1" and not asked:
        checking.write_known_misses(results)


if __name__ == "__main__":
    main()
