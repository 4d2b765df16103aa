"""The signs of the site: 24 × 24 line drawings, written into the page so that they cost no request."""

from typing import Final

ICONS: Final[dict[str, str]] = {
    "alert": '<path d="M12 4 2.5 20h19z"/><path d="M12 10v4M12 17v.01"/>',
    "arrow-left": '<path d="M19 12H5M11 6l-6 6 6 6"/>',
    "arrow-right": '<path d="M5 12h14M13 6l6 6-6 6"/>',
    "ban": '<circle cx="12" cy="12" r="9"/><path d="m5.6 5.6 12.8 12.8"/>',
    "bolt": '<path d="M13 2 5 14h6l-1 8 8-12h-6z"/>',
    "book": '<path d="M4 5a2 2 0 0 1 2-2h13v15H6a2 2 0 0 0-2 2z"/><path d="M4 20a2 2 0 0 0 2 1h13v-3"/>',
    "check": '<path d="m4 12.5 5.5 5.5L20 6.5"/>',
    "circle": '<circle cx="12" cy="12" r="8"/>',
    "clock": '<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>',
    "code": '<path d="m8 7-5 5 5 5M16 7l5 5-5 5M14 4l-4 16"/>',
    "copy": '<path d="M9 9h11v11H9z"/><path d="M5 15H4V4h11v1"/>',
    "cross": '<path d="m6 6 12 12M18 6 6 18"/>',
    "download": '<path d="M12 4v11M7 11l5 5 5-5M5 20h14"/>',
    "eye": '<path d="M2 12s4-6.5 10-6.5S22 12 22 12s-4 6.5-10 6.5S2 12 2 12z"/>'
    '<circle cx="12" cy="12" r="2.5"/>',
    "flag": '<path d="M5 21V4h12l-2 4 2 4H5"/>',
    "half": '<circle cx="12" cy="12" r="8"/><path d="M12 4v16M15 7v10M18 9v6"/>',
    "hourglass": '<path d="M6 3h12M6 21h12M7 3v4l5 5 5-5V3M7 21v-4l5-5 5 5v4"/>',
    "info": '<circle cx="12" cy="12" r="9"/><path d="M12 11v6M12 7.5v.01"/>',
    "lock": '<path d="M6 11h12v9H6zM9 11V7a3 3 0 0 1 6 0v4"/>',
    "memory": '<path d="M6 6h12v12H6zM9 2v4M15 2v4M9 18v4M15 18v4M2 9h4M2 15h4M18 9h4M18 15h4"/>',
    "moon": '<path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"/>',
    "pencil": '<path d="m4 20 1-4L16 5l3 3L8 19z"/>',
    "person": '<circle cx="12" cy="8" r="4"/><path d="M4 21c1-5 4-7 8-7s7 2 8 7"/>',
    "play": '<path d="M7 4v16l13-8z"/>',
    "question": '<circle cx="12" cy="12" r="9"/>'
    '<path d="M9.5 9.5a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1 .9-1 1.7M12 17v.01"/>',
    "redo": '<path d="M20 12a8 8 0 1 1-2.3-5.6L20 9M20 4v5h-5"/>',
    "save": '<path d="M5 4h12l3 3v13H4V5zM8 4v5h7V4M8 20v-6h8v6"/>',
    "search": '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
    "send": '<path d="M3 12 21 4l-5 17-4.5-7z"/><path d="M21 4 11.5 14"/>',
    "spinner": '<path d="M12 3a9 9 0 1 0 9 9"/>',
    "star": '<path d="m12 3 2.7 5.8 6.3.8-4.6 4.3 1.2 6.3L12 17.2 6.4 20.2l1.2-6.3L3 9.6l6.3-.8z"/>',
    "sun": '<circle cx="12" cy="12" r="4"/>'
    '<path d="M12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2"/>',
    "undo": '<path d="M4 12a8 8 0 1 0 2.3-5.6L4 9M4 4v5h5"/>',
    "upload": '<path d="M12 16V5M7 9l5-5 5 5M5 20h14"/>',
}
