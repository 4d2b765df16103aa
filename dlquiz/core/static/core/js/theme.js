// The theme follows the system until the reader chooses. The choice is a cookie, so that the server writes it
// into the page and nothing flashes.

const COOKIE = "dlquiz_theme";
const systemIsDark = window.matchMedia("(prefers-color-scheme: dark)");

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : systemIsDark.matches;
}

export function startTheme() {
  const button = document.querySelector("[data-theme-toggle]");
  if (!button) return;
  const show = () => button.setAttribute("aria-pressed", String(isDark()));
  button.hidden = false;
  show();
  systemIsDark.addEventListener("change", show);
  button.addEventListener("click", () => {
    const theme = isDark() ? "light" : "dark";
    // Back to what the system says: forget the choice, so that it follows the system again.
    if ((theme === "dark") === systemIsDark.matches) {
      delete document.documentElement.dataset.theme;
      document.cookie = `${COOKIE}=; path=/; max-age=0; SameSite=Lax`;
    } else {
      document.documentElement.dataset.theme = theme;
      document.cookie = `${COOKIE}=${theme}; path=/; max-age=31536000; SameSite=Lax`;
    }
    show();
  });
}
