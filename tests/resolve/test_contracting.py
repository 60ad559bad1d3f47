"""Who contracts and who only helps, told in words around a treaty; « les deux parties »."""

import pytest

# Language, text, words of the treaty, its parties by label.
PARTIES = [
    ("en", "An agreement on a customs union between Morocco and Tunisia was negotiated in 1989.", "agreement",
     {"Morocco", "Tunisia"}),
    ("en", "In 1905 Russia and Japan signed the Treaty of Portsmouth. The Treaty of Portsmouth was mediated by the"
     " United States.", "Treaty of Portsmouth", {"Russia", "Japan"}),
    ("fr", "Un accord (qui n'a jamais été appliqué) sur une union douanière entre le Maroc et la Tunisie a été négocié"
     " en 1989.", "accord", {"Maroc", "Tunisie"}),
    ("fr", "Le traité de paix entre l'Égypte et Israël, conclu sous la médiation des États-Unis, a été signé en 1979.",
     "traité de paix", {"Égypte", "Israël"}),
    ("fr", "L'accord franco-marocain de 1956 a mis fin au protectorat.", "accord franco-marocain", {"France", "Maroc"}),
    ("fr", "Le traité de Tordesillas a mis fin au différend entre les rois.", "traité de Tordesillas", set()),
    ("en", "India and Pakistan had fought over Kashmir. Pakistan and India talked for months. After long negotiations,"
     " an agreement was signed in July 1972.", "agreement", {"India", "Pakistan"}),
    ("en", "India and Pakistan had fought over Kashmir. Bangladesh, India and Pakistan talked for months. After long"
     " negotiations, an agreement was signed in July 1972.", "agreement", set()),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "parties"),
    PARTIES,
    ids=lambda one: str(sorted(one) if isinstance(one, set) else one)[:40],
)
def test_the_parties_are_those_who_contract(build, language: str, text: str, words: str, parties: set[str]) -> None:
    world = build(**{language: text})
    treaty = next(t for t in world.resolution.treaties if any(words in form for form in t.forms[language]))
    labels = {actor.id: actor.labels.get(language) for actor in world.resolution.actors}
    assert {labels[slot.actor] for slot in treaty.parties} == parties


SIDES = [
    ("fr", "L'Égypte et Israël ont négocié longtemps. Les communistes et les nationalistes étaient hostiles à la paix."
     " Les deux parties ont convenu d'une trêve.", "Les deux parties", {"Égypte", "Israël"}),
    ("en", "Greece and Italy were neutral. The peace treaty between Egypt and Israel was signed in 1979. Both sides"
     " agreed to trade.", "Both sides", {"Egypt", "Israel"}),
    ("en", "The government and the rebels met in June 1995. Both sides agreed to a ceasefire.", "Both sides",
     {"government", "rebels"}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "words", "sides"),
    SIDES,
    ids=lambda one: str(sorted(one) if isinstance(one, set) else one)[:40],
)
def test_the_two_sides_are_states_before_groups(build, language: str, text: str, words: str, sides: set[str]) -> None:
    world = build(**{language: text})
    labels = {actor.id: actor.labels.get(language) for actor in world.resolution.actors}
    assert {labels[id] for id in world.refers(language, words)} == sides


@pytest.mark.parametrize(
    ("language", "text", "states"),
    [
        ("en", "The pact was signed in 1921 by representatives of Norway, Sweden and Denmark.",
         {"Norway", "Sweden", "Denmark"}),
        ("en", "Haakon and the envoys of Sweden and Denmark signed a pact in 1921.", {"Sweden", "Denmark"}),
        ("en", "The pact was signed in 1921 by representatives of the miners.", set()),
    ],
)  # fmt: skip
def test_delegates_sign_for_their_states(build, language: str, text: str, states: set[str]) -> None:
    world = build(**{language: text})
    labels = {actor.id: actor.labels.get(language) for actor in world.resolution.actors}
    found = [one for one in world.resolution.references if one.because == "those whom they speak for"]
    assert {labels[id] for one in found for id in one.targets} == states
