"""From bytes to a `Report`: plain text and HTML, one file a format behind one registry.

Every function here is pure but for reading the files that it is given: no network, no clock. Any bytes give a report
or one `InputError` that names the file, the reason and the way out.
"""

from standoff.ingest.given import Given
from standoff.ingest.inputs import STDIN, files_of, read_inputs
from standoff.ingest.raw import Limits
from standoff.ingest.registry import FORMATS, Format, load, load_bytes

__all__ = ["FORMATS", "STDIN", "Format", "Given", "Limits", "files_of", "load", "load_bytes", "read_inputs"]
