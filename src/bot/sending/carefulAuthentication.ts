import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { InternalError } from '../../errors.ts';
import { carefulRetries, type Policy, type SendingParts } from './carefulRetries.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;

type TokenClient = Awaited<ReturnType<Sdk['createUserTokenClient']>>;

/** The SDK's HTTP client, which it keeps to itself; it has no setting for what is sent again. */
interface WithPipeline {
  readonly client?: {
    readonly pipeline: {
      removePolicy(which: { readonly name: string }): readonly { readonly name: string }[];
      addPolicy(policy: Policy, options: { readonly phase: 'Retry' }): void;
    };
  };
}

/** Takes the SDK's own retries out of a client; gives what ours can be put into. */
const withoutRetries = (client: object): NonNullable<WithPipeline['client']>['pipeline'] => {
  const pipeline = (client as WithPipeline).client?.pipeline;
  if (pipeline?.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1)
    throw new InternalError(
      'The connector has no retry policy to replace.',
      'Its own policy sends again what may have arrived.',
      'Look in botframework-connector for what sends requests again, and switch it off.',
    );
  return pipeline;
};

/**
 * Puts another address of the token service in the place of the SDK's. Its own setting for it takes all addresses that
 * are not named beside it away, those among them that messages are checked with.
 */
const askAt = (sdk: Sdk, address: string): void => {
  const { inner } = sdk as unknown as { readonly inner?: { oAuthUrl?: string } };
  if (typeof inner?.oAuthUrl !== 'string')
    throw new InternalError(
      'The SDK has no address of the token service to replace.',
      'A regional bot would ask the token service of another region.',
      'Look in botframework-connector for where it keeps the address.',
    );
  inner.oAuthUrl = address;
};

/**
 * The SDK's authentication, whose clients never send again what may have arrived. The SDK repeats a message up to four
 * times after a 5xx or a broken connection, which may come after it was delivered.
 */
export class CarefulAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #parts: SendingParts;

  /** By `tokenService` the token service is another than the SDK's. */
  constructor(
    options: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0],
    parts: SendingParts,
    tokenService?: string,
  ) {
    super(options);
    this.#parts = parts;
    if (tokenService !== undefined) askAt(this, tokenService);
  }

  /** The token service is asked once: a client does not wait longer, and what was given up must not sign someone out later. */
  override async createUserTokenClient(...given: Parameters<Sdk['createUserTokenClient']>): Promise<TokenClient> {
    const tokens = await super.createUserTokenClient(...given);
    const { client } = tokens as unknown as { readonly client?: object };
    withoutRetries(client ?? {});
    return tokens;
  }

  override async authenticateRequest(
    ...given: Parameters<Sdk['authenticateRequest']>
  ): ReturnType<Sdk['authenticateRequest']> {
    const result = await super.authenticateRequest(...given);
    if (result.connectorFactory) this.#makeCareful(result.connectorFactory);
    return result;
  }

  override createConnectorFactory(...given: Parameters<Sdk['createConnectorFactory']>): ConnectorFactory {
    return this.#makeCareful(super.createConnectorFactory(...given));
  }

  #makeCareful(factory: ConnectorFactory): ConnectorFactory {
    const create = factory.create.bind(factory);
    factory.create = async (...given) => {
      const connector = await create(...given);
      withoutRetries(connector).addPolicy(carefulRetries(this.#parts), { phase: 'Retry' });
      return connector;
    };
    return factory;
  }
}
