"""Tests of the server need the extra `lab`."""

from importlib.util import find_spec

HAS_SERVER = all(find_spec(name) for name in ("starlette", "uvicorn", "websockets"))
collect_ignore = [] if HAS_SERVER else ["test_gate.py", "test_server.py"]
