// What every page gets once it stands; each part looks after its own attributes and does nothing where they are absent.
import "./htmx-setup.js";
import "./forms.js";
import "./menus.js";
import "./keyboard.js";
import "./table-switch.js";
import "./live.js";
import { enhance } from "./parts.js";
import { drawCharts } from "./charts.js";
import { enableBoards } from "./board.js";

enhance(drawCharts);
enhance(enableBoards);
