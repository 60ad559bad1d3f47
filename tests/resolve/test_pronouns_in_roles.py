"""A pronoun that fills a role means what the role takes, or nothing."""

# ruff: noqa: E501  # a row of a table of prose stays on one line

from __future__ import annotations

import pytest

# Language, text, the pronoun with what follows it, the name that it stands for (none: it must stay open).
ROLES = [
    ("fr", "Le traité de l'Élysée a été signé le 22 janvier 1963. Il a été ratifié par la France en juin 1963.", ("Il", " a été ratifié"), "traité de l'Élysée"),
    ("fr", "La convention d'Ottawa a été signée en décembre 1997. Les États-Unis ont refusé de la signer.", ("la", " signer"), "convention d'Ottawa"),
    ("fr", "Les accords d'Évian ont été signés le 18 mars 1962. La France les a ratifiés en avril 1962.", ("les", " a ratifiés"), "accords d'Évian"),
    ("fr", "L'Islande a rejoint l'AELE en 1970. La Suisse en est membre depuis 1960.", ("en", " est membre"), "AELE"),
    ("fr", "Minsk II est ambitieux. Il prévoit des élections.", ("Il", " prévoit"), "Minsk II"),
    ("fr", "La Grèce et la Turquie ont négocié. La Syrie y a adhéré.", ("y", " a adhéré"), ""),
    ("fr", "La Grèce et la Turquie ont négocié. Le président l'a critiqué.", ("l'", "a critiqué"), ""),
    ("fr", "Le traité de Nystad fut signé en 1721. Les députés le critiquèrent.", ("le", " critiquèrent"), "traité de Nystad"),
    ("fr", "Le traité de Nystad fut signé en 1721. Le tsar présenta le budget. Les députés le critiquèrent.", ("le", " critiquèrent"), ""),
    ("fr", "Joseph Caillaux et Léon Bourgeois dirigeaient le parti. Le premier refusa le compromis ; le second se retira.", ("Le premier", " refusa"), "Joseph Caillaux"),
    ("fr", "Joseph Caillaux et Léon Bourgeois dirigeaient le parti. Le premier refusa le compromis ; le second se retira.", ("le second", " se retira"), "Léon Bourgeois"),
    ("fr", "Joseph Caillaux et Léon Bourgeois dirigeaient le parti. Le premier refusa le compromis.", ("Le premier", " refusa"), ""),
    ("en", "The Camp David Accords were signed in September 1978. Egypt ratified them.", ("them", "."), "Camp David Accords"),
    ("en", "The Kyoto Protocol was adopted in December 1997. Canada ratified it in 2002 and withdrew from it in 2011.", ("it", " in 2011"), "Kyoto Protocol"),
    ("en", "According to former officials, Stephen Harper disliked Kyoto. He withdrew from them.", ("them", "."), ""),
    ("en", "Israel opposed the deal from the start; its prime minister, Golda Meir, said no.", ("its", " prime"), "Israel"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "phrase", "name"), ROLES)
def test_what_a_pronoun_in_a_role_means(build, language: str, text: str, phrase: tuple[str, str], name: str) -> None:
    world = build(**{language: text})
    found = {id for reference in world.references(language, *phrase) for id in reference.targets}
    assert found == (set(world.references(language, name)[0].targets) if name else set())


def test_a_bare_plural_means_the_one_treaty_that_bears_it(build) -> None:
    far = " ".join(f"Mali protested in {year}." for year in range(1990, 2000))
    world = build(en=f"The Geneva Accords were signed in July 1954. {far} Laos ignored the accords.")
    assert world.refers("en", "the accords", ".") == (world.treaty("en", "Geneva Accords"),)
