"""The Bitrix site, simulated: `/api/v2` and the webhooks as the site speaks them, `/_sim/` to play with it.

    python -m dev.simulator --port 8020 --backend http://127.0.0.1:8014 --seed-orders 500 --seed-products 200

`dev.simulator.process.SimulatorProcess` starts it from a test, `dev.simulator.control.Florist` speaks `/_sim/`.
It shares no code with the backend and keeps everything in memory; a `--diary` keeps what is done from start to
start. The first line it prints is its base URL.

How it reads what the API leaves open: `limit` is clamped to 1-100, what is no number is the default; a request
without a city sees everything, one with an unknown city an empty list (`detail` does not ask for the city);
a Content-Type on GET or DELETE answers 500; a path without its slash answers 301 whatever the method;
lists come newest first. `PUT` refuses unknown keys and the other dialects (405 for the path, 400 for the values).
Rows made by a seed vary their empties, prices, dates and ids; rows made by hand are plain, as in the examples.
Pictures under `/upload/` can be looked at; `--site-url` (default https://shop.example) is the address in front of
the absolute ones. An image sent under that address or the simulator's own is the site's own and stays as it is.

Control API (JSON, no token; 400 and 404 carry `{"error": reason}`):

    POST   /_sim/seed          {"orders", "products", "seed", "at_work"}: replaces all rows; the same numbers,
                               the same rows, with at_work of these days
    POST   /_sim/reset         no rows, faults, log; behaviour as at the start; addresses and secrets stay
    GET    /_sim/config        all options; POST changes some: backend_url, webhook_secret, token, railway_token,
                               site_url, dialect (path|body|path-yn), cities, latency_ms, newer_handler,
                               rehost_images, round_prices, escape_titles, trim_titles (0: off), delivery_price
    POST   /_sim/orders        a new order; /_sim/orders/{id}: GET, POST (change), DELETE. The same for products.
                               Fields by the API's names, stored raw; "status" is the code; "changed_by_id" and
                               "notes" go into the webhook; "missing": [names] drops keys; "silent": no webhook
    POST   /_sim/bulk          {"changes": [{"order"|"product": id, ..., "create"|"delete": true}], "silent"}
    GET    /_sim/state         counts, "open" calls; /_sim/state/orders|products?after&limit&since&full=1: NDJSON
    GET    /_sim/log           ?route=pattern&limit: calls received with status, faults, ms; counts per route
    GET    /_sim/webhooks      ?route&entity&limit: events with the backend's answers; counts; pending
    POST   /_sim/clear-log
    GET    /_sim/faults        POST switches one on, DELETE all off, DELETE /_sim/faults/{id} one

A fault is `{"kind", "route", "percent": 100, "count": null, "seed": 1, "params": {...}}`; parameters may stand
beside the rest. `route` is a pattern on `METHOD /path` (default `* /api/v2/*`) or `WEBHOOK name` (`WEBHOOK *`).
All that strike a call combine; refusals come before everything but `slow`. What a fault holds up goes on when
the fault is cleared, so a test can hold an answer, do something else, and let it go.

    not acting    http_500 http_502 http_503 http_504 http_429 (retry_after), html (status: 200), ok_false,
                  rate_limit (rate: 20, burst: 40), reset, timeout (hold_ms: 60000)
    acting        slow (delay_ms: 1000, before), late (delay_ms, after the row was read), lose_answer,
                  truncated_body (honest_length: the length fits the half body)
    content       empty_page, truncated_page (rows), repeat_rows (rows: 3), move_rows (rows: 3),
                  stale_detail (versions: 1, or ms), forget_city
    webhooks      lost, doubled, delayed (delay_ms: 500), reordered (wait_ms: 500: how long to await a follower)
"""
