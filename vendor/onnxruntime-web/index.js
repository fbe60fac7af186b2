export const env = { wasm: {}, webgl: {} };
export class Tensor {}
export const InferenceSession = {};
export default { env };
