"""The protocol with an identity provider: OpenID Connect, authorisation code with PKCE, state and nonce.

What a browser brings back is believed only together with the cookie that it was sent away with. Which account that is,
and whether it may come in, is not decided here (`assessment.desk.identities`).
"""

import base64
import binascii
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from hmac import compare_digest
from typing import Any
from urllib.parse import urlencode

from authlib.common.errors import AuthlibBaseError
from authlib.common.security import generate_token
from authlib.integrations.base_client import OAuth2Mixin, OpenIDMixin
from authlib.integrations.requests_client import OAuth2Session
from joserfc.errors import JoseError
from requests import RequestException

from models.identity import Assured, Identity, Provider

_SECONDS = 10
_CLOCKS_APART = 60
_SIGNATURES = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512")
"""Made with a key that only the provider has; never "none", never with the secret that we know too."""

_WAYS_TO_PROVE = ("client_secret_basic", "client_secret_post")


class ProviderUnreachable(Exception):  # noqa: N818 - named for what happened
    """The provider does not answer, or not as it should. Trying again later may help."""


class NotAssured(Exception):  # noqa: N818 - named for what happened
    """What came back does not fit what was asked for. `declined` says that the person broke it off over there."""

    def __init__(self, reason: str, *, declined: bool = False) -> None:
        self.declined = declined
        super().__init__(reason)


@dataclass(frozen=True, slots=True)
class Errand:
    """What a browser was sent to the provider for. It keeps this in a cookie that no script can read.

    `session` is the fingerprint of the one to whose account the identity is to be linked, which nobody else knows, so
    that a planted cookie links nothing; `code` is set where an invitation is to be used.
    """

    state: str
    nonce: str
    verifier: str
    onward: str
    language: str
    code: str = ""
    session: str = ""

    def packed(self) -> str:
        """As a cookie holds it."""
        return base64.urlsafe_b64encode(json.dumps(asdict(self)).encode()).decode()


def unpacked(cookie: str | None) -> Errand | None:
    """The errand in a cookie, None where it holds none."""
    try:
        held = json.loads(base64.urlsafe_b64decode((cookie or "").encode()))
        errand = Errand(**held)
    except (ValueError, TypeError, binascii.Error):
        return None
    return errand if all(isinstance(each, str) for each in asdict(errand).values()) and errand.state else None


class _Client(OAuth2Mixin, OpenIDMixin):  # type: ignore[misc]
    client_cls = OAuth2Session


@dataclass(frozen=True)
class RelyingParty:
    """This installation, as the provider knows it. What the provider says about itself is asked for once."""

    provider: Provider
    client: Any

    def errand(self, onward: str, language: str, *, code: str = "", session: str = "") -> Errand:
        """A new errand, with secrets of its own."""
        return Errand(generate_token(43), generate_token(43), generate_token(64), onward, language, code, session)

    def way_there(self, errand: Errand, back: str) -> str:
        """The address at the provider to send a browser to; `back` is ours, to which it comes back.

        Raises:
            ProviderUnreachable: where the provider cannot be asked.
        """
        self._described()
        made = self.client.create_authorization_url(
            back, state=errand.state, nonce=errand.nonce, code_verifier=errand.verifier, ui_locales=errand.language
        )
        return str(made["url"])

    def assured(self, errand: Errand, brought: Mapping[str, str], back: str) -> Assured:
        """Who the provider says has come back.

        Args:
            errand: what this very browser was sent there for.
            brought: what stands in the address that it came back with.
            back: our address, as it was told to the provider.

        Raises:
            NotAssured: where anything does not fit.
            ProviderUnreachable: where the provider cannot be asked.
        """
        self._same(errand, brought)
        self._described()
        claims = self._claims(errand, brought.get("code", ""), back)
        return Assured(
            Identity(self.provider.issuer, str(claims["sub"])),
            _text(claims.get("preferred_username")),
            _text(claims.get("name")),
            frozenset(_values(claims.get(self.provider.claim or ""))),
        )

    def way_out(self, back: str) -> str | None:
        """The address at which people sign out at the provider itself; None where it has none."""
        try:
            there = self._described().get("end_session_endpoint")
        except ProviderUnreachable:
            return None
        asked = urlencode({"client_id": self.provider.client_id, "post_logout_redirect_uri": back})
        return f"{there}?{asked}" if isinstance(there, str) else None

    def _same(self, errand: Errand, brought: Mapping[str, str]) -> None:
        if not compare_digest(errand.state.encode(), brought.get("state", "").encode()):
            raise NotAssured("another state")
        if brought.get("iss", self.provider.issuer) != self.provider.issuer:
            # RFC 9207: who answers says who they are, so that one provider cannot pass for another.
            raise NotAssured("another issuer answered")
        if "error" in brought:
            raise NotAssured("the provider refused", declined=brought["error"] == "access_denied")

    def _claims(self, errand: Errand, code: str, back: str) -> Mapping[str, Any]:
        expected = {
            "iss": {"essential": True, "value": self.provider.issuer},
            "aud": {"essential": True, "value": self.provider.client_id},
            "sub": {"essential": True},
            "nonce": {"essential": True, "value": errand.nonce},
        }
        try:
            token = self.client.fetch_access_token(back, code=code, code_verifier=errand.verifier)
            claims = self.client.parse_id_token(token, errand.nonce, expected, leeway=_CLOCKS_APART)
        except RequestException as error:
            raise ProviderUnreachable from error
        except (AuthlibBaseError, JoseError, ValueError, KeyError, TypeError, RuntimeError) as error:
            raise NotAssured(type(error).__name__) from error
        if not claims or not isinstance(claims["sub"], str) or not claims["sub"]:
            raise NotAssured("nobody is named")
        return dict(claims)

    def _described(self) -> dict[str, Any]:
        """What the provider says about itself (OpenID Connect Discovery 1.0, section 4)."""
        try:
            described: dict[str, Any] = self.client.load_server_metadata()
        except (RequestException, ValueError, TypeError) as error:
            raise ProviderUnreachable from error
        if described.get("issuer") != self.provider.issuer:
            self.client.server_metadata.clear()
            raise ProviderUnreachable("it calls itself by another name than HANSE_OIDC_ISSUER")
        offered = described.get("id_token_signing_alg_values_supported") or _SIGNATURES
        described["id_token_signing_alg_values_supported"] = [each for each in offered if each in _SIGNATURES]
        ways = described.get("token_endpoint_auth_methods_supported") or ["client_secret_basic"]
        described["token_endpoint_auth_method"] = next(each for each in (*_WAYS_TO_PROVE, *ways) if each in ways)
        return described


@cache
def relying_party(provider: Provider) -> RelyingParty:
    """The one of this process, for these settings."""
    client = _Client(
        None,
        client_id=provider.client_id,
        client_secret=provider.client_secret,
        client_kwargs={
            "scope": provider.scope,
            "code_challenge_method": "S256",
            "default_timeout": _SECONDS,
        },
        server_metadata_url=f"{provider.issuer.rstrip('/')}/.well-known/openid-configuration",
    )
    return RelyingParty(provider, client)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _values(value: object) -> Iterator[str]:
    """The groups in a claim, which holds one as text or several in a list."""
    many = value if isinstance(value, list) else [value]
    return (each for each in many if isinstance(each, str))
