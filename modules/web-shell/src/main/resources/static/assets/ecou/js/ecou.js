// What every page gets once it stands; each part looks after its own attributes and does nothing where they are absent.
import "./htmx-setup.js";
