import { mount } from "svelte";
import "uplot/dist/uPlot.min.css";
import "./app.css";
import App from "./shell/App.svelte";

const target = document.getElementById("lab");
if (target) mount(App, { target });
