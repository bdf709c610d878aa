import ajvCompiler from '@fastify/ajv-compiler';
import serializerCompiler from '@fastify/fast-json-stringify-compiler';

const validators = ajvCompiler();
const serializers = serializerCompiler();

/**
 * How requests are checked against their schemas, and answers written by theirs. A field that the schema does not know is
 * refused: left out in silence, a mistyped name would look recorded. Each schema is compiled when it is first used: all of
 * them together take seconds, which every start would wait for.
 */
export const VALIDATION = {
  ajv: { customOptions: { removeAdditional: false } },
  schemaController: {
    compilersFactory: {
      buildValidator: ((schemas, options) => {
        const compile = validators(schemas, options);
        return ((route) => checkLater(() => compile(route) as Check)) as typeof compile;
      }) as typeof validators,
      buildSerializer: ((schemas, options) => {
        const compile = serializers(schemas, options);
        return (route) => writeLater(() => compile(route));
      }) as typeof serializers,
    },
  },
};

type Check = ((data: unknown, context?: unknown) => unknown) & { errors?: unknown; schemaEnv?: unknown };

/** Fastify reads what is wrong from the function itself, and hands on where the value stands only to what has a `schemaEnv`. */
function checkLater(compile: () => Check): Check {
  let check: Check | undefined;
  const later: Check = (data, context) => {
    check ??= compile();
    const answer = check(data, context);
    later.errors = check.errors;
    return answer;
  };
  later.schemaEnv = true;
  return later;
}

function writeLater(compile: () => (answer: unknown) => string): (answer: unknown) => string {
  let write: ReturnType<typeof compile> | undefined;
  return (answer) => {
    write ??= compile();
    return write(answer);
  };
}
