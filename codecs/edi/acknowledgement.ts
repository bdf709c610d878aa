import type { AcknowledgedMessage, AcknowledgementStatement, MessageError, SyntaxFault } from '@intakt/contract';
import type { EdiInterchange } from './decode.ts';
import { compact } from './reading/party.ts';
import { SYNTAX_MEANINGS, syntaxCodeOf } from './syntax-codes.ts';

const NOWHERE = { segment: 0, tag: '', offset: 0 };

/**
 * What CONTRL says of a decoded EDIFACT interchange: each message accepted or rejected, with segment, element and
 * component of every error. An interchange whose own envelope is wrong is rejected as a whole.
 */
export function acknowledgementOf(decoded: EdiInterchange): AcknowledgementStatement {
  const { controlReference, sender, receiver } = decoded;
  const envelope = decoded.errors.find(isError);
  return {
    kind: 'acknowledgement',
    position: NOWHERE,
    interchange: { reference: controlReference, sender, receiver },
    outcome: envelope ? 'rejected' : 'accepted',
    errors: envelope ? [faultOf(envelope)] : [],
    groups: [],
    messages: envelope ? [] : decoded.messages.map(acknowledgedMessage),
  };
}

/** The first fault of header or trailer is one of the whole message. */
function acknowledgedMessage({ reference, type, errors }: EdiInterchange['messages'][number]): AcknowledgedMessage {
  const faults = errors.filter(isError);
  const whole = faults.find(({ position }) => position.segment === 1 || position.tag === 'UNT');
  const within = faults.filter((error) => error !== whole);
  return {
    reference,
    type,
    outcome: faults.length > 0 ? 'rejected' : 'accepted',
    errors: [...(whole ? [faultOf(whole)] : []), ...within.map((error) => ({ ...faultOf(error), ...placeOf(error) }))],
  };
}

function faultOf({ code }: MessageError): SyntaxFault {
  const syntaxCode = syntaxCodeOf(code);
  return compact({ code: syntaxCode, meaning: SYNTAX_MEANINGS[syntaxCode] });
}

const placeOf = ({ position: { segment, tag, element, component } }: MessageError) =>
  compact({ segment, tag, element, component: component && component > 1 ? component : undefined });

const isError = ({ severity }: MessageError) => severity === 'error';
