"""Who may: invitations, credentials, revocations, and the programme's sheet."""
