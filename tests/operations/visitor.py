"""Somebody with a browser, as far as the tests of operations need one: cookies, forms, no scripts."""

import http.cookiejar
import re
import urllib.error
import urllib.parse
import urllib.request


class _Staying(urllib.request.HTTPRedirectHandler):
    """Follows no redirect."""

    def redirect_request(self, *arguments: object, **more: object) -> None:
        return None


class Visitor:
    """Keeps cookies, follows redirects, answers forms with their CSRF token."""

    def __init__(self, address: str) -> None:
        self.address = address.rstrip("/")
        self.headers: dict[str, str] = {}
        self.cookies = http.cookiejar.CookieJar()
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.cookies))

    def get(self, path: str) -> tuple[int, str]:
        return self._open(urllib.request.Request(self.address + path, headers=self.headers))

    def first_answer(self, path: str) -> tuple[int, str]:
        """The status without following a redirect, and where it leads."""
        request = urllib.request.Request(self.address + path, headers=self.headers)
        try:
            with urllib.request.build_opener(_Staying).open(request, timeout=20) as answer:
                return answer.status, ""
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers.get("Location", "")

    def post(self, path: str, **fields: str) -> tuple[int, str]:
        """Send the form of that page."""
        _, page = self.get(path)
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token is not None, f"no form at {path}"
        data = urllib.parse.urlencode({"csrfmiddlewaretoken": token[1], **fields}).encode()
        return self._open(
            urllib.request.Request(
                self.address + path, data, {**self.headers, "Referer": self.address + path}
            )
        )

    def sign_in(self, name: str, password: str) -> None:
        self.post("/accounts/login/", login=name, password=password)

    def is_signed_in(self) -> bool:
        """The page about oneself answers only those who are signed in; others land at the sign-in form."""
        status, page = self.get("/me/")
        return status == 200 and 'name="password"' not in page

    def _open(self, request: urllib.request.Request) -> tuple[int, str]:
        try:
            with self._opener.open(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode("utf-8", "replace")
