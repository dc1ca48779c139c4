"""The only door to the Bitrix site: its wire, its errors, its limits. Imports nothing of the house."""
