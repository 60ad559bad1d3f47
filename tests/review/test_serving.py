"""The local address answers its own page and nobody else."""

import http.client
import json
import socket
import threading

import pytest
from made import NOBODY, world

from pipeline.model import Graph
from pipeline.review.faults import ReviewFault
from pipeline.review.ledger import NAME, add, read_ledger
from pipeline.review.lines import written
from pipeline.review.serving import LARGEST, own_port, server
from pipeline.stages.publish.alignment import alignment_files


@pytest.fixture(scope="module")
def made(knowledge):
    return world(knowledge)


@pytest.fixture(scope="module")
def page(made):
    pairs = (made.pair((0,), (0,)), made.pair((1,), (1,)))
    return alignment_files(Graph(alignments=pairs), (made.french, made.english), NOBODY, made.knowledge)[
        "alignment/index.html"
    ]


@pytest.fixture
def serving(page, tmp_path):
    (tmp_path / "outputs" / "alignment").mkdir(parents=True)
    (tmp_path / "outputs" / "alignment" / "index.html").write_bytes(page)
    with server(tmp_path / "corpus", tmp_path / "outputs", 0) as one:
        thread = threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield one
        one.shutdown()
        thread.join()


def asked(serving, method="GET", path=None, body=None, **headers) -> tuple[int, dict, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", serving.server_port, timeout=10)
    named = {name.replace("_", "-"): value for name, value in headers.items() if value is not None}
    connection.request(method, path or f"/?token={serving.token}", body, named)
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def sent(serving, body: bytes, **changes) -> tuple[int, dict]:
    own = {
        "Host": f"127.0.0.1:{serving.server_port}",
        "Origin": f"http://127.0.0.1:{serving.server_port}",
        "Content_Type": "application/json",
        "X_Accord_Token": serving.token,
    }
    status, _, answer = asked(serving, "POST", changes.pop("path", "/decisions"), body, **(own | changes))
    return status, json.loads(answer)


def body_of(*decisions) -> bytes:
    return b'{"decisions":[' + b",".join(written(one) for one in decisions) + b"]}"


def test_the_page_comes_with_its_token_and_may_speak_to_its_own_address_only(serving, made, page):
    add(serving.corpus, [made.answer("accepted", (0,), (0,), "</script><b>")])
    status, headers, served = asked(serving)
    assert status == 200
    assert serving.token.encode() in served
    assert b"connect-src 'self'" in served
    assert b"</script><b>" not in served
    assert served.count(b"<script") == page.count(b"<script") == 3
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cache-Control"] == "no-store"
    assert b"connect-src 'none'" in page


def test_it_listens_on_this_machine_only(serving):
    assert serving.server_address[0] == "127.0.0.1"


def test_decisions_are_on_disk_when_the_answer_comes(serving, made):
    one, other = made.answer("accepted", (0,), (0,)), made.answer("rejected", (1,), (1,))
    assert sent(serving, body_of(one, other)) == (200, {"saved": 2, "refused": []})
    assert read_ledger(serving.corpus).decisions == (one, other)


def test_one_bad_decision_does_not_keep_the_others_from_being_saved(serving, made):
    body = b'{"decisions":[{"verdict":"maybe"},' + written(made.answer("accepted", (0,), (0,))) + b"]}"
    status, answer = sent(serving, body)
    assert (status, answer["saved"], answer["refused"][0]["place"]) == (200, 1, 0)
    assert len(read_ledger(serving.corpus).decisions) == 1


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": None}, 403),
        ({"Origin": "http://127.0.0.1:1"}, 403),
        ({"Host": "evil.example"}, 404),
        ({"Host": "evil.example", "Origin": "http://evil.example"}, 404),
        ({"X_Accord_Token": "guess"}, 403),
        ({"X_Accord_Token": None}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": None}, 415),
        ({"path": "/"}, 404),
        ({"path": "/decisions/../x"}, 404),
        ({"Content_Length": str(LARGEST + 1)}, 413),
        ({"Content_Length": "9" * 400}, 413),
        ({"Content_Length": "-1"}, 411),
    ],
)
def test_strangers_change_nothing(serving, made, changes, status):
    assert sent(serving, body_of(made.answer("accepted", (0,), (0,))), **changes)[0] == status
    assert not (serving.corpus / NAME).exists()


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"decisions": 3}', b"\xff"])
def test_what_is_no_message_is_refused(serving, body):
    assert sent(serving, body)[0] == 400
    assert not (serving.corpus / NAME).exists()


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [("/", {}, 403), ("/?token=guess", {}, 403), ("/alignment/index.html", {}, 404), ("/../corpus", {}, 404)],
)
def test_strangers_see_nothing(serving, path, headers, status):
    found, _, body = asked(serving, path=path, **headers)
    assert found == status
    assert serving.token.encode() not in body


def test_another_name_for_this_address_is_no_way_in(serving):
    assert asked(serving, Host="evil.example")[0] == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "HEAD"])
def test_no_other_method_is_known(serving, method):
    status, headers, _ = asked(serving, method)
    assert status == 501
    assert "Access-Control-Allow-Origin" not in headers


def test_a_disk_that_refuses_is_told_and_nothing_is_called_saved(serving, made):
    (serving.corpus / "decisions" / "alignments.jsonl").mkdir(parents=True)
    status, answer = sent(serving, body_of(made.answer("accepted", (0,), (0,))))
    assert status == 500
    assert answer["error"]


def test_no_page_is_told(tmp_path):
    with pytest.raises(ReviewFault, match="make run"):
        server(tmp_path, tmp_path / "outputs")


def test_a_taken_port_is_told_or_another_is_found(serving, page, tmp_path):
    with pytest.raises(ReviewFault, match="Port"):
        server(serving.corpus, tmp_path / "outputs", serving.server_port)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", own_port(serving.corpus)))
        taken.listen()
        with server(serving.corpus, tmp_path / "outputs") as other:
            assert other.server_port != own_port(serving.corpus)
