"""What this is, for /, /health and the API's description."""

SERVICE = "cvety"
VERSION = "0.1.0"
