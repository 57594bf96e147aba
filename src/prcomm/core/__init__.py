"""The core: law as a table, calendars, deadlines and lifecycles. It knows no institution and no country."""
