export { digestTelemetry } from './digest.ts';
export { intakeOf } from './intake.ts';
export { type MqttDoor, openMqttDoor } from './mqtt/door.ts';
export { telemetryRoutes } from './routes.ts';
