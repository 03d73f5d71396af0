"""Who is who in a report: names, roles and pronouns, resolved to parties."""
