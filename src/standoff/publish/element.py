"""HTML made of elements: a string given as content or attribute is always words, and escaped.

Invariant: only `element`, `joined` and `own` make `Html`; `own` is for text that ships with the package.
"""

from __future__ import annotations

from collections.abc import Iterable

from standoff.publish.safety import html as escape

_VOID = frozenset({"meta", "br", "hr"})


class Html(str):
    """Markup that is already safe; `element` takes it as it is."""

    __slots__ = ()


def element(tag: str, *content: str, **attributes: str | int | None) -> Html:
    """One element: ``element("a", words, href="#x", class_="point")``; ``None`` leaves an attribute out.

    A trailing underscore is dropped from attribute names and others become hyphens (``aria_label``).
    """
    pairs = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    return Html(f"<{tag}{pairs}>" if tag in _VOID else f"<{tag}{pairs}>{joined(content)}</{tag}>")


def joined(content: Iterable[str]) -> Html:
    """Content one after the other; plain strings are escaped."""
    return Html("".join(item if isinstance(item, Html) else escape(item) for item in content))


def own(text: str) -> Html:
    """Our own style sheet or script, as it stands."""
    return Html(text)
