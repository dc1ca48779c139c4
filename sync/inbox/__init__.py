"""The inbox: webhooks are stored before they are answered, then worked off entity by entity."""
