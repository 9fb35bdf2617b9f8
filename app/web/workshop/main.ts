// The workshop's page begins here.
import { colourOfModel } from "../charts/colours.ts";

document.body.style.accentColor = colourOfModel(0);
