"""Whatever anybody sends to any address, the answer is never a fault of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any
from urllib.parse import quote

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.http import HttpResponseBase, StreamingHttpResponse
from django.test import Client
from django.urls import NoReverseMatch, reverse

from tests.guards.access_table import SIGN_IN, TABLE, VIEWERS, Access
from tests.guards.test_access import World, world

__all__ = ["world"]

FORM = "application/x-www-form-urlencoded"
LONG = "x" * 70_000
ODD_VALUES = {
    "empty": "",
    "null character": "a\0b",
    "only null": "\0",
    "negative": "-1",
    "too large a number": "9" * 30,
    "far too large a number": "9" * 5000,
    "largest number and one": str(2**31),
    "digits of another script": "१२३",
    "no digit to int()": "²",
    "exponent": "1e400",
    "not a number": "NaN",
    "too long": LONG,
    "too long for a column": "😀" * 300,
    "controls": "\r\n\x1b[0m\u2028\u202e",
    "half a pair": "%ED%A0%80",
    "brackets": "//[",
    "JSON": '{"a": [1, null]}',
    "path": "../../etc/passwd",
    "HTML": "</script><b onclick=x>'\"",
}
# Everything that any view or form of the site asks for.
NAMES = (
    "page", "q", "section", "attempt", "poll", "next", "language", "theme", "plain",
    "source", "revision", "answer", "version", "option", "email", "login", "username", "password",
    "reason", "comment", "share", "group", "words", "concept", "effect", "lesson", "on", "concept-slides",
    "oldpassword", "password1", "password2", "display_name", "time_zone", "remember",
)  # fmt: skip
ACTIONS = ("action_add", "action_send", "action_remove", "action_primary")
BAD_BODIES = {
    "bad UTF-8": (b"source=%ff%00%ed%a0%80&answer=\xff\xfe&revision=%ff&login=\xc3\x28&password=\xff", FORM),
    "unknown charset": (b"source=x&answer=x&revision=0", f"{FORM}; charset=no-such"),
    "another charset": ("source=é".encode("utf-16"), f"{FORM}; charset=utf-16"),
    "JSON": (b'{"source": [', "application/json"),
    "nothing": (b"", FORM),
    "too many fields": (b"&".join(b"a%d=1" % n for n in range(1500)), FORM),
    "no boundary": (b"--x\r\n", "multipart/form-data"),
    "cut off": (
        b'--x\r\nContent-Disposition: form-data; name="source"\r\n\r\nabc',
        "multipart/form-data; boundary=x",
    ),
    "part without a name": (b"--x\r\n\r\nabc\r\n--x--\r\n", "multipart/form-data; boundary=x"),
}
ODD_HEADERS = {
    "language": {"Accept-Language": "xx-" + "y" * 3000 + ";q=nan, *;q=2, ,"},
    "cookies": {
        "Cookie": f"sessionid={'z' * 500}; csrftoken=%00; django_language=../x; dlquiz_theme=<b>; ;;="
    },
    "a part that htmx asks for": {
        "HX-Request": "true",
        "HX-Current-URL": "http://[",
        "HX-Target": "x" * 3000,
    },
    "host": {"Host": "evil.example:99999999"},
    "agent": {"User-Agent": "a" * 5000, "Referer": "http://[::1"},
}
ODD_NUMBERS = (0, 2**31, 2**63 - 1, 2**63, 10**30, 10**200)
ODD_SLUGS = ("-", "x" * 3000, "9" * 5000, "none-such", "_")
ODD_KEYS = ("z" * 13, "0", "x" * 2000, "set-password", "MQ:1abc:x-y", "-")

Send = Callable[[], HttpResponseBase]
Faults = list[str]

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _patience() -> None:
    """What was sent in other tests does not count against the limits on how often one may send."""
    cache.clear()


def attempt(faults: Faults, what: str, send: Send) -> None:
    """Ask, note a fault, and undo whatever it changed."""
    try:
        with transaction.atomic():
            try:
                response = send()
                if isinstance(response, StreamingHttpResponse):
                    response.getvalue()
                if response.status_code >= 500:
                    faults.append(f"{what}: {response.status_code}")
            finally:
                transaction.set_rollback(True)
    except Exception as error:  # noqa: BLE001 - every exception that comes out of a view is a finding
        faults.append(f"{what}: {type(error).__name__}: {str(error)[:150]}")


def may_enter(access: Access, viewer: str) -> bool:
    return access.answers[viewer] not in (404, SIGN_IN)


def odd_requests(client: Client, address: str, few: bool) -> Iterator[tuple[str, Send]]:
    """Requests to one address; ``few`` for who is turned away at the door, whatever they bring."""
    for name, value in list(ODD_VALUES.items())[: 3 if few else None]:
        fields = dict.fromkeys(NAMES, value)
        yield f"GET {name}", lambda fields=fields: client.get(address, fields)
        yield f"POST {name}", lambda fields=fields: client.post(address, fields)
        yield (
            f"HTMX {name}",
            lambda fields=fields: client.post(address, fields, headers={"HX-Request": "true"}),
        )
    for name, (body, kind) in list(BAD_BODIES.items())[: 1 if few else None]:
        yield f"POST {name}", lambda body=body, kind=kind: client.generic("POST", address, body, kind)
    if few:
        return
    for name, headers in ODD_HEADERS.items():
        yield f"GET {name}", lambda headers=headers: client.get(address, headers=headers)
        yield f"POST {name}", lambda headers=headers: client.post(address, {"source": "x"}, headers=headers)
    for method in ("head", "put", "patch", "delete", "options", "trace"):
        yield method, lambda method=method: getattr(client, method)(address)
    yield "query in bytes", lambda: client.get(address, QUERY_STRING="page=%ff%00&q=%ff&a[=%&=&&attempt=%")
    for name in ("", "a\0.zip", "../" * 80 + "x", "ल" * 400 + ".py", LONG):
        for content in (b"", b"\xff\xfe\x00", b"PK\x03\x04" + b"\0" * 200):
            for field in ("archive", "file", "source"):
                yield (
                    f"upload {name[:9]!r} {content[:4]!r} {field}",
                    lambda n=name, c=content, f=field: client.post(
                        address, {f: SimpleUploadedFile(n or "x", c), "revision": "0"}
                    ),
                )


@pytest.mark.parametrize("access", TABLE, ids=lambda access: access.name)
def test_no_address_fails_on_odd_input(world: World, access: Access) -> None:
    address = reverse(access.name, args=[world.arguments[name] for name in access.arguments])
    faults: Faults = []
    entered = [viewer for viewer in VIEWERS if may_enter(access, viewer)]
    for viewer in VIEWERS:
        client = world.client(viewer)
        # Who has fewest rights and who has most: those between them see what one of the two sees.
        for what, send in odd_requests(client, address, few=viewer not in (entered[:1] + entered[-1:])):
            attempt(faults, f"{viewer} {what}", send)
    assert faults == []


def odd_arguments(access: Access, arguments: dict[str, Any]) -> Iterator[str]:
    """The access's address with each argument in turn replaced by an odd one."""
    for place, name in enumerate(access.arguments):
        number = isinstance(arguments[name], int)
        odd = ODD_NUMBERS if number else (*ODD_SLUGS, *(ODD_KEYS if name in ("key", "uidb36") else ()))
        for value in odd:
            given = [arguments[other] for other in access.arguments]
            given[place] = value
            try:
                yield reverse(access.name, args=given)
            except NoReverseMatch:
                continue
        for raw in ("%00", "%FF", quote("कन्वोल्यूशन"), "%2e%2e", "-1", "a" * 9000):
            given = [arguments[other] for other in access.arguments]
            yield reverse(access.name, args=given).replace(f"/{given[place]}/", f"/{raw}/")


@pytest.mark.parametrize("access", [a for a in TABLE if a.arguments], ids=lambda access: access.name)
def test_no_address_fails_on_odd_arguments(world: World, access: Access) -> None:
    faults: Faults = []
    for viewer in VIEWERS:
        client = world.client(viewer)
        for address in odd_arguments(access, world.arguments):
            what = address[:90]
            attempt(faults, f"{viewer} GET {what}", partial(client.get, address))
            attempt(faults, f"{viewer} POST {what}", partial(client.post, address, {"source": "x"}))
    assert faults == []


@pytest.mark.parametrize("path", ["/%00", "/%FF%FE", "/" + "a/" * 2000, "/courses//", "/.."])
@pytest.mark.parametrize("viewer", ["anonymous", "student", "superuser"])
def test_addresses_that_do_not_exist_are_not_found(world: World, path: str, viewer: str) -> None:
    response = world.client(viewer).get(path)
    assert response.status_code in (301, 302, 404)
    assert settings.DEBUG is False, "a page for developers would hide what people see"
