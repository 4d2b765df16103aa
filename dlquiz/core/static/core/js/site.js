// What every page does with scripts on: the theme switch, menus that close, the language switch that keeps
// what was typed. Every page works without it.

import { startMenus } from "./menu.js";
import { startTheme } from "./theme.js";
import { startTypedKeeping } from "./typed.js";

startTheme();
startMenus();
startTypedKeeping();
