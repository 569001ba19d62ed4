"""A row that is changed only by who saw what stands there: its version is compared and counted in one statement."""

from collections.abc import Mapping

from sqlalchemy import Connection, Table, and_, update

from store.upsert import insert_into


def keep_version(
    connection: Connection, table: Table, key: Mapping[str, str], values: Mapping[str, object], seen: int
) -> bool:
    """Keeps a row where the version seen (0 for none) still stands. False where somebody was faster.

    Args:
        connection: inside a transaction.
        table: a table with a column `version`.
        key: the columns that name the row.
        values: all other columns.
        seen: the version that the person saw.
    """
    if seen == 0:
        new = insert_into(connection, table).values({**key, **values, "version": 1})
        statement = new.on_conflict_do_nothing().returning(table.c.version)
        return connection.execute(statement).one_or_none() is not None
    still = and_(table.c.version == seen, *(table.c[name] == value for name, value in key.items()))
    changed = update(table).where(still).values({**values, "version": seen + 1}).returning(table.c.version)
    return connection.execute(changed).one_or_none() is not None
