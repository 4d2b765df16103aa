// What every page does with scripts on: the theme switch, menus that close, scrolling by keyboard,
// the language switch that keeps what was typed. Every page works without it.

import { startMenus } from "./menu.js";
import { startScrollers } from "./scrollers.js";
import { startTheme } from "./theme.js";
import { startTypedKeeping } from "./typed.js";

startTheme();
startMenus();
startScrollers();
startTypedKeeping();
