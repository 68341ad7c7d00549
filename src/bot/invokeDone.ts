import type { InvokeResponse } from 'botbuilder';

/** A click was taken; what it led to is a message of its own, so Teams has nothing more to show. */
export const invokeDone: InvokeResponse = {
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' },
};
