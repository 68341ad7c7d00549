import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { InternalError } from '../../errors.ts';
import { carefulRetries, type Policy, type SendingParts } from './carefulRetries.ts';

type Sdk = ConfigurationBotFrameworkAuthentication;
type ConnectorFactory = ReturnType<Sdk['createConnectorFactory']>;

/** The SDK's HTTP client, which it keeps to itself; it has no setting for what is sent again. */
interface WithPipeline {
  readonly client?: {
    readonly pipeline: {
      removePolicy(which: { readonly name: string }): readonly { readonly name: string }[];
      addPolicy(policy: Policy, options: { readonly phase: 'Retry' }): void;
    };
  };
}

/** Takes the SDK's own retries out of a connector and puts ours in their place. */
const careful = (connector: object, parts: SendingParts): void => {
  const pipeline = (connector as WithPipeline).client?.pipeline;
  if (pipeline?.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1)
    throw new InternalError(
      'The connector has no retry policy to replace.',
      'Its own policy sends again what may have arrived.',
      'Look in botframework-connector for what sends requests again, and switch it off.',
    );
  pipeline.addPolicy(carefulRetries(parts), { phase: 'Retry' });
};

/**
 * The SDK's authentication, whose connectors never send again what may have arrived. The SDK repeats a message up to four
 * times after a 5xx or a broken connection, which may come after it was delivered.
 */
export class CarefulAuthentication extends ConfigurationBotFrameworkAuthentication {
  readonly #parts: SendingParts;

  constructor(options: ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[0], parts: SendingParts) {
    super(options);
    this.#parts = parts;
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
      careful(connector, this.#parts);
      return connector;
    };
    return factory;
  }
}
