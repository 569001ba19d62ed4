"""Every answer tells the browser to load nothing foreign and to frame us nowhere."""

import base64
import hashlib
import re

import pytest
from starlette.testclient import TestClient

from web.headers import content_security_policy


@pytest.mark.parametrize("path", ["/", "/quick-scan", "/healthz", "/static/js/index.js", "/reports/none.pdf", "/a/b/c"])
def test_every_answer_carries_the_headers(client: TestClient, path: str) -> None:
    headers = client.get(path).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    assert headers["x-frame-options"] == "DENY"
    assert "default-src 'self'" in headers["content-security-policy"]


def test_the_page_may_run_its_own_inline_script_and_no_other(client: TestClient) -> None:
    answer = client.get("/")
    inline = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
    assert inline
    allowed = re.findall(r"'sha256-([^']+)'", answer.headers["content-security-policy"])
    assert allowed == [base64.b64encode(hashlib.sha256(each.encode()).digest()).decode() for each in inline]


def test_the_policy_allows_no_evaluated_code_and_no_foreign_host(client: TestClient) -> None:
    policy = client.get("/").headers["content-security-policy"]
    script = next(part for part in policy.split("; ") if part.startswith("script-src"))
    assert "unsafe" not in script
    assert "blob:" not in script
    assert "http" not in policy
    assert "*" not in policy


def test_another_script_gets_another_hash() -> None:
    assert content_security_policy("<script>a</script>") != content_security_policy("<script>b</script>")


def test_over_https_no_foreign_window_holds_on_to_ours(client: TestClient) -> None:
    assert "cross-origin-opener-policy" not in client.get("/").headers
    client.base_url = "https://localhost"
    assert client.get("/").headers["cross-origin-opener-policy"] == "same-origin"
