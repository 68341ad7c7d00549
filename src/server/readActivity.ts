import type { IncomingMessage } from 'node:http';
import type { Limits, WireActivity } from './options.ts';
import { readJson, type Reading } from './readJson.ts';
import { refusal } from './reply.ts';

const strings = [
  'id',
  'text',
  'channelId',
  'serviceUrl',
  'locale',
  'name',
  'timestamp',
  'localTimestamp',
  'replyToId',
  'deliveryMode',
];
const objects = ['from', 'recipient', 'conversation', 'relatesTo'];
const lists = ['attachments', 'entities', 'membersAdded', 'membersRemoved', 'reactionsAdded', 'reactionsRemoved'];

/** True for an object that is not a list. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isAbsentOr = (test: (value: unknown) => boolean) => (value: unknown) =>
  value === undefined || value === null || test(value);
const isText = isAbsentOr((value) => typeof value === 'string');

/** True for what a bot may be handed: a type, and the fields that every bot reads have the shape that the protocol gives them. */
export const isActivity = (value: unknown): value is WireActivity =>
  isRecord(value) &&
  typeof value.type === 'string' &&
  /^[a-z][a-z/]{0,63}$/iu.test(value.type) &&
  strings.every((key) => isText(value[key])) &&
  objects.every((key) => isAbsentOr((field) => isRecord(field) && isText(field.id))(value[key])) &&
  lists.every((key) => isAbsentOr((field) => Array.isArray(field) && field.every(isRecord))(value[key]));

/** Reads an activity; anything else is refused with the reason. */
export const readActivity = async (request: IncomingMessage, limits: Limits): Promise<Reading<WireActivity>> => {
  const reading = await readJson(request, limits);
  if (!reading.ok) return reading;
  if (isActivity(reading.value)) return { ok: true, value: reading.value };
  return {
    ok: false,
    reply: refusal(400, 'not-an-activity', 'The body is not an activity: an object with a type is needed.'),
  };
};
