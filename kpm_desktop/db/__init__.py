"""Where everything is kept: tables, journal, queries, migrations, encryption. The only SQLAlchemy."""
