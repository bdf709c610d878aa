import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const server = process.env.INTAKT_SERVER ?? 'http://127.0.0.1:4700';
const toServer = { target: server, changeOrigin: false };

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  // The browser's own light-dark() is kept: rewritten as selectors it fails for variables of :root.
  css: { postcss: { plugins: [mantine({ features: { lightDarkFunction: false } })] } },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    chunkSizeWarningLimit: 1200,
  },
  server: {
    // Patterns, because `/api` alone would also catch the module `/api.ts`.
    proxy: { '^/(api|docs|epcis|health)/': toServer, '^/(docs|openapi.json)$': toServer },
  },
});
