"""Evidence and cards as notebooks and terminals show them."""

import pytest

from pipeline import facts


def test_evidence_shows_the_passages_of_both_languages_in_context(small):
    evidence = small.evidence("claim-signed")
    rows = evidence.frame()
    assert rows["language"].to_list() == ["en", "en", "fr"]
    assert set(rows["told"]) == {"own"}
    assert rows["text"][0] == "Arland signed the Treaty of Sorn in 1998."
    assert (rows["before"][0], rows["after"][0]) == ("", "Its queen opposed it.")
    plain = repr(evidence)
    assert "⟦Arland signed the Treaty of Sorn in 1998⟧." in plain
    assert "⟦L'Arlande a signé le traité de Sorn en 1998⟧." in plain


def test_a_passage_is_the_slice_of_the_original_that_its_offsets_name(seeds_facts, seed_run):
    raw = {
        one["id"]: (seed_run.corpus / "documents" / one["path"]).read_bytes().decode()
        for one in seeds_facts.documents.to_dicts()
    }
    rows = seeds_facts.evidence(seeds_facts.claims).frame()
    assert rows.height >= seeds_facts.claims.height
    for one in rows.to_dicts():
        told = raw[one["document"]][one["start"] : one["end"]]
        assert one["text"].split() == told.split()


def test_corroborated_claims_of_the_seeds_show_both_languages(seeds_facts):
    import polars as pl

    both = seeds_facts.claims.filter(pl.col("status") == "corroborated")
    assert both.height
    for one in seeds_facts.evidence(both).claims:
        assert one.languages == ("en", "fr"), one.text


def test_where_a_language_has_no_statement_the_aligned_passage_stands_in(small):
    rows = small.evidence("claim-bank").frame()
    aligned = [(one["told"], one["text"]) for one in rows.to_dicts() if one["language"] == "fr"]
    assert aligned == [("aligned", "La reine l'a soutenu.")]


def test_evidence_names_the_holder_and_the_stance(small):
    assert "observers" in repr(small.evidence("claim-opposed"))
    assert "planned" in repr(small.evidence("claim-bank"))


@pytest.mark.parametrize(
    "ask", [lambda g: g.claims.head(2), lambda g: g.claims["id"][:2], lambda g: list(g.claims["id"][:2])]
)
def test_evidence_takes_frames_and_lists(small, ask):
    assert [one.claim for one in small.evidence(ask(small)).claims] == ["claim-signed", "claim-opposed"]


def test_no_more_passages_than_asked_for_and_the_rest_is_counted(small):
    (found,) = small.evidence("claim-signed", most=1).claims
    assert found.more == 2
    assert "and 2 more" in repr(small.evidence("claim-signed", most=1))


def test_texts_are_shown_as_text_in_html(small):
    for shown in (small.evidence("claim-karl"), small.claim("claim-karl"), small.actor("Zoé")):
        html = shown._repr_html_()
        assert "<b>" not in html
        assert "&lt;b&gt;" in html


def test_marks_are_told_apart_and_evidence_keeps_its_language(small):
    html = small.evidence("claim-signed")._repr_html_()
    assert '<mark class="role" title="subject">Arland</mark>' in html
    assert '<mark title="evidence"> signed the Treaty of Sorn in </mark>' in html
    assert '<blockquote lang="fr"' in html


def test_cards_tell_what_is_known_and_nothing_empty(small):
    treaty = small.treaty("traité de sorn")
    assert treaty["signed_edtf"] == "1998"
    assert treaty["parties"] == "Arland; Borduria"
    assert "place" not in dict(treaty.rows)
    assert "Treaty of Sorn" in repr(treaty)
    assert small.document("memo.txt")["language"] == "en"
    assert small.claim("claim-karl").evidence.passages


@pytest.mark.parametrize(
    "ask",
    [
        lambda g: g.claim("claim-none"),
        lambda g: g.evidence("none"),
        lambda g: g.table("claim"),
        lambda g: g.treaty("Sornia"),
    ],
)
def test_what_is_not_there_is_refused_with_what_is(small, ask):
    with pytest.raises(facts.UnknownClaim, match=r"g\.claims|Tables:|Near"):
        ask(small)


def test_control_characters_do_not_reach_the_terminal_or_past_their_quote():
    from pipeline.facts.markup import cleaned

    assert cleaned("a\u202eb\x1b[31m\nc") == "a\ufffdb\ufffd[31m c"
