"""Two stacks on one machine never choose the same port."""

import socket

from dev.ports import Reservation, any_free, is_free, stable


def test_a_port_somebody_listens_on_is_not_free() -> None:
    with socket.create_server(("127.0.0.1", any_free())) as server:
        assert not is_free(server.getsockname()[1])


def test_a_reservation_takes_the_next_port_where_somebody_listens() -> None:
    first = any_free()
    with socket.create_server(("127.0.0.1", first)):
        assert Reservation(first).port > first


def test_a_reserved_port_is_kept_from_others_before_its_server_starts() -> None:
    kept = Reservation(any_free())
    assert is_free(kept.port)
    assert Reservation(kept.port).port > kept.port


def test_the_same_name_gives_the_same_port_outside_the_ephemeral_range() -> None:
    assert stable("/a/.dev/postgres") == stable("/a/.dev/postgres")
    assert 20_000 <= stable("/a/.dev/postgres") < 32_000
