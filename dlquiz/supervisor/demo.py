"""The demo's accounts. Everybody can read their password, so they exist where DEBUG is on only."""

DEMO_NAMES = ("student", "instructor", "assistant", "admin")
DEMO_PASSWORD = "dlquiz-demo"
DEMO_MAIL_DOMAIN = "example.org"
