# Everything a developer needs. The only requirements are make, a C library and this:
PYTHON ?= python3

# Kept out of the processes: without bytecode each of them spends seconds on compiling at every start.
unexport PYTHONDONTWRITEBYTECODE

stack = .venv/bin/python -m dev.stack

.PHONY: help run up down logs reset test test-long lint bench bench-reconcile bench-api bench-panel panel panel-pictures openapi fuzz demo bootstrap

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

run: bootstrap  ## start everything and follow its logs; Ctrl-C stops it
	@$(stack) run

up: bootstrap  ## start everything in the background, return once it is healthy
	@$(stack) up

down: bootstrap  ## stop what `up` started
	@$(stack) down

logs: bootstrap  ## follow the logs
	@$(stack) logs

reset: bootstrap  ## stop, and remove all data of the development stack
	@$(stack) reset

# Tests that break processes run by themselves: beside others on two cores they would only wait longer.
test: bootstrap  ## the whole suite, against servers of its own
	@.venv/bin/pytest -n 2 -m "not promise and not long" --ignore tests/panel
	@.venv/bin/pytest -m "promise and not long" --ignore tests/panel
	@.venv/bin/pytest tests/panel

test-long: bootstrap  ## the promises and the properties at full length
	@.venv/bin/pytest -m long

lint: bootstrap  ## style and types
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy .

bench: bootstrap  ## ratios of speed, as a table and as JSON
	@.venv/bin/python -m dev.bench

bench-reconcile: bootstrap  ## how fast both sides are compared and brought together
	@.venv/bin/python -m dev.bench.reconcile

bench-api: bootstrap  ## how quick the busiest routes are on a shop of many rows, with their SQL
	@.venv/bin/python -m dev.bench.api

bench-panel: bootstrap  ## how much the admin panel loads and how quick it is in Chromium; after make panel
	@npm --prefix admin run --silent measure

panel:  ## build the admin panel for a release; needs Node 20.19+ and nothing of .venv
	@$(PYTHON) -m dev.panel --required

panel-pictures: bootstrap  ## take the pictures of docs/panel anew; needs Node and Chromium
	@CVETY_PANEL_PICTURES=1 CVETY_REQUIRE_BROWSER=1 .venv/bin/pytest tests/panel/test_pictures.py

openapi: bootstrap  ## write the API's description, which is committed, anew
	@.venv/bin/flask --app wsgi openapi write --format=json docs/openapi.json

fuzz: bootstrap  ## ask the API for anything at all, as each role, for MINUTES (20)
	@.venv/bin/python -m dev.fuzz --minutes $(or $(MINUTES),20)

demo: bootstrap  ## play a day against the running stack and check what each side says
	@.venv/bin/python -m dev.demo

bootstrap:
	@$(PYTHON) dev/bootstrap.py
