import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// The widget of notebooks: one script, with its styles in it, for noron/lab/notebook.py.
export default defineConfig({
  plugins: [svelte({ compilerOptions: { css: "injected" } })],
  publicDir: false,
  build: {
    outDir: "../src/noron/lab/widget",
    emptyOutDir: true,
    target: "es2022",
    lib: { entry: "src/widget/widget.ts", formats: ["es"], fileName: () => "widget.js" },
  },
});
