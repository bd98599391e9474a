"""Alembic's entry: runs the migrations on the connection it is handed."""

from alembic import context

from kpm_desktop.db.engine import WRITES

connection = context.config.attributes["connection"].execution_options(**{WRITES: True})
context.configure(connection=connection, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
