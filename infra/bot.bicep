// One municipality's Paragrafguiden: a web app, its bot registration, and a share for its state. Everything in one region.
// No secret is made or kept: the bot proves who it is by a managed identity, and the share is reached by network alone.

@description('Begins the name of every resource.')
@minLength(4)
@maxLength(16)
param name string = 'paragrafguiden'

@description('What Teams shows as the name of the bot.')
@maxLength(42)
param displayName string = 'Paragrafguiden'

@description('Where everything stands. A regional bot keeps its data in Europe.')
@allowed([
  'westeurope'
])
param location string = 'westeurope'

@description('B1 is enough for some hundred users. There must be exactly one instance.')
@allowed([
  'B1'
  'B2'
  'P0v3'
])
param webAppSku string = 'B1'

@description('F0 is free, also for Teams.')
@allowed([
  'F0'
  'S1'
])
param botSku string = 'F0'

@description('Ids of topics, articles, provisions or municipalities that are closed for now, separated by commas.')
param disabledTopics string = ''

@description('Days that the answers of a conversation are kept after its last turn.')
@minValue(1)
@maxValue(3650)
param retentionDays int = 30

@description('The OAuth connection of the bot by which leaders sign in; empty: leaders are those in LEADERS. See docs/deployment.md.')
param leaderConnection string = ''

@description('The app in Entra that the role of leaders belongs to; empty without leaderConnection.')
param leaderAppId string = ''

@description('The size of the share in GiB. The state needs far less; premium shares have a least size.')
@minValue(100)
param shareGiB int = 100

var suffix = uniqueString(resourceGroup().id)
var webAppName = '${name}-${suffix}'
var shareName = 'state'
var mountPath = '/state'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-identity'
  location: location
}

resource network 'Microsoft.Network/virtualNetworks@2023-11-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: {
      addressPrefixes: [
        '10.60.0.0/24'
      ]
    }
    subnets: [
      {
        name: 'web'
        properties: {
          addressPrefix: '10.60.0.0/26'
          delegations: [
            {
              name: 'web'
              properties: {
                serviceName: 'Microsoft.Web/serverFarms'
              }
            }
          ]
          serviceEndpoints: [
            {
              service: 'Microsoft.Storage'
              locations: [
                location
              ]
            }
          ]
        }
      }
    ]
  }

  resource webSubnet 'subnets' existing = {
    name: 'web'
  }
}

resource storage 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: 'guide${suffix}'
  location: location
  kind: 'FileStorage'
  sku: {
    name: 'Premium_LRS'
  }
  properties: {
    minimumTlsVersion: 'TLS1_2'
    allowBlobPublicAccess: false
    // NFS knows no HTTPS. The share is open to the subnet of the web app and to nothing else.
    supportsHttpsTrafficOnly: false
    networkAcls: {
      defaultAction: 'Deny'
      bypass: 'None'
      virtualNetworkRules: [
        {
          id: network::webSubnet.id
          action: 'Allow'
        }
      ]
    }
  }

  resource files 'fileServices' = {
    name: 'default'
    properties: {
      shareDeleteRetentionPolicy: {
        enabled: true
        days: 7
      }
    }

    // NFS, not SMB: SQLite needs locks that hold, and on an SMB mount it stops with "database is locked".
    resource share 'shares' = {
      name: shareName
      properties: {
        enabledProtocols: 'NFS'
        rootSquash: 'NoRootSquash'
        shareQuota: shareGiB
      }
    }
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: '${name}-plan'
  location: location
  kind: 'linux'
  sku: {
    name: webAppSku
    capacity: 1
  }
  properties: {
    reserved: true
  }
}

resource webApp 'Microsoft.Web/sites@2023-12-01' = {
  name: webAppName
  location: location
  kind: 'app,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    virtualNetworkSubnetId: network::webSubnet.id
    siteConfig: {
      linuxFxVersion: 'NODE|24-lts'
      // Started in the share, so that a .env file there is followed while the guide runs.
      appCommandLine: 'cd ${mountPath} && exec node /home/site/wwwroot/src/index.ts'
      alwaysOn: true
      numberOfWorkers: 1
      healthCheckPath: '/readyz'
      ftpsState: 'Disabled'
      minTlsVersion: '1.2'
      http20Enabled: true
      azureStorageAccounts: {
        state: {
          type: 'AzureFiles'
          protocol: 'Nfs'
          accountName: storage.name
          shareName: shareName
          mountPath: mountPath
        }
      }
      appSettings: concat(
        [
          {
            name: 'NODE_ENV'
            value: 'production'
          }
          {
            name: 'WEBSITE_RUN_FROM_PACKAGE'
            value: '1'
          }
          {
            name: 'MicrosoftAppType'
            value: 'UserAssignedMSI'
          }
          {
            name: 'MicrosoftAppId'
            value: identity.properties.clientId
          }
          {
            name: 'MicrosoftAppTenantId'
            value: identity.properties.tenantId
          }
          {
            name: 'ALLOWED_TENANTS'
            value: identity.properties.tenantId
          }
          {
            name: 'PUBLIC_URL'
            value: 'https://${webAppName}.azurewebsites.net'
          }
          {
            name: 'DATA_DIR'
            value: '${mountPath}/data'
          }
          {
            name: 'RETENTION_DAYS'
            value: string(retentionDays)
          }
          {
            name: 'WEB_CHAT'
            value: 'off'
          }
        ],
        // Left out when empty: a variable that is set here wins over the file on the share.
        empty(disabledTopics)
          ? []
          : [
              {
                name: 'DISABLED_TOPICS'
                value: disabledTopics
              }
            ],
        empty(leaderConnection)
          ? []
          : [
              {
                name: 'LEADER_CONNECTION'
                value: leaderConnection
              }
              {
                name: 'LEADER_APP_ID'
                value: leaderAppId
              }
              {
                name: 'LEADER_TOKEN_SERVICE'
                value: 'https://europe.api.botframework.com'
              }
            ]
      )
    }
  }
  dependsOn: [
    storage::files::share
  ]

  resource ftp 'basicPublishingCredentialsPolicies' = {
    name: 'ftp'
    properties: {
      allow: false
    }
  }
}

resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: webAppName
  location: location
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: displayName
    endpoint: 'https://${webApp.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppMSIResourceId: identity.id
    msaAppTenantId: identity.properties.tenantId
    disableLocalAuth: true
  }

  resource teams 'channels' = {
    name: 'MsTeamsChannel'
    location: location
    properties: {
      channelName: 'MsTeamsChannel'
      properties: {
        isEnabled: true
        enableCalling: false
      }
    }
  }
}

// The names are those that m365agents.yml and the manifest command read.
output BOT_ID string = identity.properties.clientId
output BOT_TENANT_ID string = identity.properties.tenantId
output BOT_DOMAIN string = webApp.properties.defaultHostName
output BOT_AZURE_APP_SERVICE_RESOURCE_ID string = webApp.id
output BOT_AZURE_APP_SERVICE_NAME string = webApp.name
