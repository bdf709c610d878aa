import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { GLIDE_MS, type Glides } from './moving.ts';
import { FLOATS_PER_BODY, latestStart, type MovingLight, packBodies } from './moving-bodies.ts';

/** Colours as three numbers from 0 to 1 each. */
type Colour = [red: number, green: number, blue: number];
export interface MovingColours extends Record<MovingLight, string> {
  paper: string;
}

/** Width of the mark of a consignment in CSS pixels; it is a little less than half as high. */
export const MARK_PX = 17;

const VERTEX = `#version 300 es
uniform mat4 matrix;
uniform float now, size;
uniform vec3 colours[3];
layout(location = 0) in vec4 path;
layout(location = 1) in vec2 startAndLight;
out vec3 fill;
void main() {
  float share = clamp((now - startAndLight.x) / ${GLIDE_MS.toFixed(1)}, 0.0, 1.0);
  gl_Position = matrix * vec4(mix(path.xy, path.zw, share * share * (3.0 - 2.0 * share)), 0.0, 1.0);
  gl_PointSize = size;
  fill = colours[int(startAndLight.y)];
}`;
// The distance to the edge of a rounded rectangle, as shares of the point's size.
const FRAGMENT = `#version 300 es
precision highp float;
uniform float size;
uniform vec3 paper;
in vec3 fill;
out vec4 colour;
void main() {
  vec2 corner = abs(gl_PointCoord - 0.5) - vec2(0.38, 0.24) + 0.14;
  float edge = length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - 0.14;
  float blur = 0.7 / size;
  float alpha = 1.0 - smoothstep(0.04 - blur, 0.04 + blur, edge);
  colour = vec4(mix(fill, paper, smoothstep(-0.04 - blur, -0.04 + blur, edge)) * alpha, alpha);
}`;

/**
 * Draws what is on its way, gliding from report to report, in one call for all of it. The glide itself is computed where it is
 * drawn, so that a frame costs the page the same for five objects and for five thousand; only a report costs anything.
 */
export class MovingLayer implements CustomLayerInterface {
  readonly id = 'consignments';
  readonly type = 'custom';
  readonly #colours: Record<MovingLight | 'paper', Colour>;
  #map: MapLibre | undefined;
  #gl: WebGL2RenderingContext | undefined;
  #program: WebGLProgram | undefined;
  #array: WebGLVertexArrayObject | undefined;
  #buffer: WebGLBuffer | undefined;
  #count = 0;
  /** What the starts of the glides are counted from, so that they stay exact as 32-bit numbers. */
  #origin = 0;
  #restAt = 0;

  constructor(colours: MovingColours) {
    this.#colours = {
      red: rgb(colours.red),
      amber: rgb(colours.amber),
      green: rgb(colours.green),
      paper: rgb(colours.paper),
    };
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
    this.#program = compile(gl);
    this.#array = gl.createVertexArray();
    this.#buffer = gl.createBuffer();
    gl.bindVertexArray(this.#array);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer);
    const stride = FLOATS_PER_BODY * Float32Array.BYTES_PER_ELEMENT;
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 4, gl.FLOAT, false, stride, 0);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribPointer(1, 2, gl.FLOAT, false, stride, 4 * Float32Array.BYTES_PER_ELEMENT);
    gl.bindVertexArray(null);
  }

  onRemove(_map: MapLibre, gl: WebGL2RenderingContext): void {
    gl.deleteProgram(this.#program ?? null);
    gl.deleteVertexArray(this.#array ?? null);
    gl.deleteBuffer(this.#buffer ?? null);
    this.#gl = undefined;
  }

  /** Takes over where everything is, and what it says of itself. */
  show(glides: Glides, lights: ReadonlyMap<string, MovingLight>, now: number): void {
    const gl = this.#gl;
    if (!gl) return;
    this.#origin = now;
    this.#restAt = latestStart(glides) + GLIDE_MS;
    this.#count = glides.size;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffer ?? null);
    gl.bufferData(gl.ARRAY_BUFFER, packBodies(glides, lights, now), gl.DYNAMIC_DRAW);
    this.#map?.triggerRepaint();
  }

  render(gl: WebGL2RenderingContext, { defaultProjectionData }: CustomRenderMethodInput): void {
    const now = performance.now();
    if (this.#count > 0 && this.#program)
      this.#draw(gl, this.#program, { matrix: new Float32Array(defaultProjectionData.mainMatrix), now });
    if (now < this.#restAt) this.#map?.triggerRepaint();
  }

  #draw(
    gl: WebGL2RenderingContext,
    program: WebGLProgram,
    { matrix, now }: { matrix: Float32Array; now: number },
  ): void {
    const place = (name: string): WebGLUniformLocation | null => gl.getUniformLocation(program, name);
    const { red, amber, green, paper } = this.#colours;
    // biome-ignore lint/correctness/useHookAtTopLevel: a call of WebGL, no hook of React.
    gl.useProgram(program);
    gl.uniformMatrix4fv(place('matrix'), false, matrix);
    gl.uniform1f(place('now'), now - this.#origin);
    gl.uniform1f(place('size'), MARK_PX * devicePixelRatio);
    gl.uniform3fv(place('colours'), [...green, ...amber, ...red]);
    gl.uniform3fv(place('paper'), paper);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    gl.bindVertexArray(this.#array ?? null);
    gl.drawArrays(gl.POINTS, 0, this.#count);
    gl.bindVertexArray(null);
  }
}

function compile(gl: WebGL2RenderingContext): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, text] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, FRAGMENT],
  ] as const) {
    const shader = gl.createShader(kind)!;
    gl.shaderSource(shader, text);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS))
    throw new Error(`The layer of what moves does not compile: ${gl.getProgramInfoLog(program)}`);
  return program;
}

const rgb = (hex: string): Colour => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255) as Colour;
