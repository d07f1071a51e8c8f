import { mount } from "svelte";
import "uplot/dist/uPlot.min.css";
import "./app.css";
import { takeKey } from "./engine/transport";
import App from "./shell/App.svelte";

takeKey();
const target = document.getElementById("lab");
if (target) mount(App, { target });
