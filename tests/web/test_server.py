"""Starting the server: what is taken, what is not allowed, and the sentences for it."""

import socket

import pytest

from rtl_tracker.app import PortTidakTersedia, serve
from rtl_tracker.config import Settings


def test_a_port_in_use_is_named_with_a_way_out(settings: Settings):
    with socket.socket() as lain:
        lain.bind(("127.0.0.1", 0))
        lain.listen()
        port = lain.getsockname()[1]
        with pytest.raises(PortTidakTersedia, match=f"--port {port + 1}"):
            serve(settings, port=port)


def test_an_address_of_another_computer_is_refused_with_a_sentence(settings: Settings):
    with pytest.raises(PortTidakTersedia, match=r"203\.0\.113\.9"):
        serve(settings, host="203.0.113.9", port=0)
