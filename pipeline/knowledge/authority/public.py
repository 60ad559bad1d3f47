"""Names of states and regions from CLDR (through Babel) and ISO 3166 (through pycountry), in any language."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from functools import lru_cache

_BRACKET = re.compile(r"^(.*\S)\s*\(([^)]*)\)$")


def territory_names(language: str) -> dict[str, tuple[str, ...]]:
    """ISO 3166-1 code or UN M.49 region code → the names in `language`, CLDR's first."""
    from babel import Locale, UnknownLocaleError

    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        return {}
    return {code: tuple(_alternatives(name)) for code, name in sorted(territories.items())}


def official_names(language: str) -> dict[str, tuple[str, ...]]:
    """ISO 3166-1 code → common, official and listed names in `language`; only what ISO's translation really gives."""
    translate = _translation(language)
    if translate is None:
        return {}
    return {code: tuple(dict.fromkeys(_turned(names, translate))) for code, names in _countries().items()}


def country_codes() -> set[str]:
    """All ISO 3166-1 codes of two letters."""
    return set(_countries())


def _turned(names: tuple[str, ...], translate: gettext.NullTranslations | str) -> Iterator[str]:
    for name in names:
        text = name if isinstance(translate, str) else translate.gettext(name)
        if isinstance(translate, str) or text != name:
            yield from _upright(text)


def _upright(name: str) -> Iterator[str]:
    """*Moldova, Republic of* → *Republic of Moldova*; « Russie, Fédération de » → « Fédération de Russie »."""
    front, comma, back = name.partition(", ")
    if not comma:
        yield from _alternatives(name)
    elif "," not in back:
        yield f"{back}{front}" if back.endswith(("'", "’")) else f"{back} {front}"


def _alternatives(name: str) -> Iterator[str]:
    """« Myanmar (Birmanie) » → both names."""
    match = _BRACKET.match(name)
    yield from (match.group(1), match.group(2)) if match else (name,)


@lru_cache(maxsize=1)
def _countries() -> dict[str, tuple[str, ...]]:
    import pycountry

    return {
        country.alpha_2: tuple(
            dict.fromkeys(
                name for key in ("common_name", "name", "official_name") if (name := getattr(country, key, None))
            )
        )
        for country in pycountry.countries
    }


def _translation(language: str) -> gettext.NullTranslations | str | None:
    """ISO 3166's translation into `language`; the language itself where ISO is written in it; None where none is."""
    import pycountry

    if language == "en":
        return language
    try:
        return gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language])
    except FileNotFoundError:
        return None
