"""The business: the life of an order, stock, prices, phones, passwords. It knows the tables and nothing above."""
