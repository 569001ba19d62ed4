"""The way back in for whoever has the machine: a lost password must not lose a city its installation.

There is no actor to ask the policy for: who can read the database could change it anyway. It is noted all the same.
"""

import datetime
from dataclasses import dataclass

from assessment.desk import credentials
from assessment.desk.account_ports import AccountStore, CodeStore, Tokens
from assessment.desk.entrance import CODE_ALPHABET, CODE_LENGTH
from assessment.desk.errors import NotAccepted
from assessment.desk.noting import about_account
from assessment.desk.people import RESET_LASTS, Link
from models.message import say
from models.people import Account, Actor, Grant, OneTimeCode


@dataclass(frozen=True)
class Recovery:
    """The use case of the command line."""

    accounts: AccountStore
    codes: CodeStore
    tokens: Tokens

    def reset_link(self, login: str, now: datetime.datetime) -> Link:
        """Makes a code with which the person of this login name chooses a new password within an hour.

        Raises:
            NotAccepted: where nobody has this login name, or the account is closed.
        """
        account = self.accounts.by_login(credentials.as_kept(login))
        if account is None:
            raise NotAccepted(say("Nobody here has this login name. Administrators: {names}", names=self._heads()))
        if account.disabled is not None:
            raise NotAccepted(say("This account is closed. An administrator can open it: {names}", names=self._heads()))
        code = self.tokens.code(CODE_ALPHABET, CODE_LENGTH)
        kept = OneTimeCode(self.tokens.fingerprint(code), "reset", account.id, 1, now + RESET_LASTS, account=account.id)
        self.codes.add(kept, note=about_account(Actor(account.id), "reset password", account, now, "on the machine"))
        return Link(code, kept.expires, kept.uses_left, kept.fingerprint)

    def _heads(self) -> str:
        heads = (each.login for each in self.accounts.all() if _administers(each))
        return ", ".join(heads) or "–"


def _administers(account: Account) -> bool:
    return account.disabled is None and Grant("administrator") in account.grants
