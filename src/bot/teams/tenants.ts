import type { Activity, Middleware } from 'botbuilder';
import type { Log } from '../onTurnError.ts';

/** Every tenant that an activity says it is from. */
const tenantsOf = ({ conversation, channelData }: Partial<Activity>): readonly unknown[] => {
  const { tenant } = Object(channelData) as { tenant?: unknown };
  const named: readonly unknown[] = [
    (Object(conversation) as { tenantId?: unknown }).tenantId,
    (Object(tenant) as { id?: unknown }).id,
  ];
  return named.filter((id) => id !== undefined && id !== null);
};

/**
 * Lets through only what is from these tenants, and nothing when there are none. What names no tenant, or another one as
 * well, gets no reply.
 */
export const tenantsOnly = (allowed: readonly string[], log: Log): Middleware => {
  const known = new Set(allowed.map((id) => id.toLowerCase()));
  return {
    onTurn: async (context, next) => {
      const { activity } = context;
      const tenants = tenantsOf(activity);
      const isKnown = (id: unknown): boolean => typeof id === 'string' && known.has(id.toLowerCase());
      if (tenants.length > 0 && tenants.every(isKnown)) return next();
      log({ level: 'warn', event: 'foreign-tenant', type: activity.type });
      if (activity.type === 'invoke')
        await context.sendActivity({ type: 'invokeResponse', value: { status: 403, body: {} } });
    },
  };
};
