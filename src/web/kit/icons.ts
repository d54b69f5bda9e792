/** Every icon the interface uses, by its Tabler name (MIT): a command or kind names its icon, and only these are shipped. */
import AlertTriangleIcon from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs'
import ArchiveIcon from '@tabler/icons-react/dist/esm/icons/IconArchive.mjs'
import ArrowBackUpIcon from '@tabler/icons-react/dist/esm/icons/IconArrowBackUp.mjs'
import ArrowDownIcon from '@tabler/icons-react/dist/esm/icons/IconArrowDown.mjs'
import ArrowRightIcon from '@tabler/icons-react/dist/esm/icons/IconArrowRight.mjs'
import ArrowUpIcon from '@tabler/icons-react/dist/esm/icons/IconArrowUp.mjs'
import AtIcon from '@tabler/icons-react/dist/esm/icons/IconAt.mjs'
import BellIcon from '@tabler/icons-react/dist/esm/icons/IconBell.mjs'
import BookIcon from '@tabler/icons-react/dist/esm/icons/IconBook.mjs'
import BriefcaseIcon from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import BuildingBankIcon from '@tabler/icons-react/dist/esm/icons/IconBuildingBank.mjs'
import BuildingIcon from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import CakeIcon from '@tabler/icons-react/dist/esm/icons/IconCake.mjs'
import CalendarIcon from '@tabler/icons-react/dist/esm/icons/IconCalendar.mjs'
import CalendarEventIcon from '@tabler/icons-react/dist/esm/icons/IconCalendarEvent.mjs'
import CameraIcon from '@tabler/icons-react/dist/esm/icons/IconCamera.mjs'
import CashIcon from '@tabler/icons-react/dist/esm/icons/IconCash.mjs'
import CertificateIcon from '@tabler/icons-react/dist/esm/icons/IconCertificate.mjs'
import ChartBarIcon from '@tabler/icons-react/dist/esm/icons/IconChartBar.mjs'
import CheckIcon from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import ChevronDownIcon from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import ChevronLeftIcon from '@tabler/icons-react/dist/esm/icons/IconChevronLeft.mjs'
import ChevronRightIcon from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import CircleIcon from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs'
import CircleCheckIcon from '@tabler/icons-react/dist/esm/icons/IconCircleCheck.mjs'
import ClockIcon from '@tabler/icons-react/dist/esm/icons/IconClock.mjs'
import ColumnsIcon from '@tabler/icons-react/dist/esm/icons/IconColumns.mjs'
import CommandIcon from '@tabler/icons-react/dist/esm/icons/IconCommand.mjs'
import CopyIcon from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs'
import DoorIcon from '@tabler/icons-react/dist/esm/icons/IconDoor.mjs'
import DotsIcon from '@tabler/icons-react/dist/esm/icons/IconDots.mjs'
import DownloadIcon from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs'
import EditIcon from '@tabler/icons-react/dist/esm/icons/IconEdit.mjs'
import ExternalLinkIcon from '@tabler/icons-react/dist/esm/icons/IconExternalLink.mjs'
import FileTextIcon from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import FilterIcon from '@tabler/icons-react/dist/esm/icons/IconFilter.mjs'
import FlagIcon from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs'
import FolderSearchIcon from '@tabler/icons-react/dist/esm/icons/IconFolderSearch.mjs'
import FolderIcon from '@tabler/icons-react/dist/esm/icons/IconFolder.mjs'
import GitMergeIcon from '@tabler/icons-react/dist/esm/icons/IconGitMerge.mjs'
import HierarchyIcon from '@tabler/icons-react/dist/esm/icons/IconHierarchy.mjs'
import HistoryIcon from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import HomeIcon from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import HourglassIcon from '@tabler/icons-react/dist/esm/icons/IconHourglass.mjs'
import IdIcon from '@tabler/icons-react/dist/esm/icons/IconId.mjs'
import InboxIcon from '@tabler/icons-react/dist/esm/icons/IconInbox.mjs'
import KeyIcon from '@tabler/icons-react/dist/esm/icons/IconKey.mjs'
import KeyboardIcon from '@tabler/icons-react/dist/esm/icons/IconKeyboard.mjs'
import LanguageIcon from '@tabler/icons-react/dist/esm/icons/IconLanguage.mjs'
import LinkIcon from '@tabler/icons-react/dist/esm/icons/IconLink.mjs'
import ListCheckIcon from '@tabler/icons-react/dist/esm/icons/IconListCheck.mjs'
import LockIcon from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import LogoutIcon from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import MailIcon from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import MailboxIcon from '@tabler/icons-react/dist/esm/icons/IconMailbox.mjs'
import MapPinIcon from '@tabler/icons-react/dist/esm/icons/IconMapPin.mjs'
import MaximizeIcon from '@tabler/icons-react/dist/esm/icons/IconMaximize.mjs'
import DeviceMobileMessageIcon from '@tabler/icons-react/dist/esm/icons/IconDeviceMobileMessage.mjs'
import FormsIcon from '@tabler/icons-react/dist/esm/icons/IconForms.mjs'
import GripVerticalIcon from '@tabler/icons-react/dist/esm/icons/IconGripVertical.mjs'
import MessagesIcon from '@tabler/icons-react/dist/esm/icons/IconMessages.mjs'
import MessageIcon from '@tabler/icons-react/dist/esm/icons/IconMessage.mjs'
import MoonIcon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import PackageIcon from '@tabler/icons-react/dist/esm/icons/IconPackage.mjs'
import PaperclipIcon from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs'
import PhoneIcon from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs'
import PhotoIcon from '@tabler/icons-react/dist/esm/icons/IconPhoto.mjs'
import PinIcon from '@tabler/icons-react/dist/esm/icons/IconPin.mjs'
import PlusIcon from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import PrinterIcon from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs'
import ReceiptIcon from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import RefreshIcon from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs'
import RepeatIcon from '@tabler/icons-react/dist/esm/icons/IconRepeat.mjs'
import RotateIcon from '@tabler/icons-react/dist/esm/icons/IconRotate.mjs'
import ScaleIcon from '@tabler/icons-react/dist/esm/icons/IconScale.mjs'
import ScanIcon from '@tabler/icons-react/dist/esm/icons/IconScan.mjs'
import SearchIcon from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import SendIcon from '@tabler/icons-react/dist/esm/icons/IconSend.mjs'
import ServerIcon from '@tabler/icons-react/dist/esm/icons/IconServer.mjs'
import SettingsIcon from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import ShieldCheckIcon from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import SignatureIcon from '@tabler/icons-react/dist/esm/icons/IconSignature.mjs'
import StarIcon from '@tabler/icons-react/dist/esm/icons/IconStar.mjs'
import SunIcon from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import TagIcon from '@tabler/icons-react/dist/esm/icons/IconTag.mjs'
import ToolIcon from '@tabler/icons-react/dist/esm/icons/IconTool.mjs'
import Stack2Icon from '@tabler/icons-react/dist/esm/icons/IconStack2.mjs'
import SchoolIcon from '@tabler/icons-react/dist/esm/icons/IconSchool.mjs'
import TrashIcon from '@tabler/icons-react/dist/esm/icons/IconTrash.mjs'
import UploadIcon from '@tabler/icons-react/dist/esm/icons/IconUpload.mjs'
import UserIcon from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import UsersIcon from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import WalletIcon from '@tabler/icons-react/dist/esm/icons/IconWallet.mjs'
import WifiOffIcon from '@tabler/icons-react/dist/esm/icons/IconWifiOff.mjs'
import XIcon from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import ZoomInIcon from '@tabler/icons-react/dist/esm/icons/IconZoomIn.mjs'
import ZoomOutIcon from '@tabler/icons-react/dist/esm/icons/IconZoomOut.mjs'
import EyeIcon from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import ListNumbersIcon from '@tabler/icons-react/dist/esm/icons/IconListNumbers.mjs'
import UsersGroupIcon from '@tabler/icons-react/dist/esm/icons/IconUsersGroup.mjs'
import UserShareIcon from '@tabler/icons-react/dist/esm/icons/IconUserShare.mjs'
import ChecklistIcon from '@tabler/icons-react/dist/esm/icons/IconChecklist.mjs'
import FileImportIcon from '@tabler/icons-react/dist/esm/icons/IconFileImport.mjs'
import UserCheckIcon from '@tabler/icons-react/dist/esm/icons/IconUserCheck.mjs'
import ArrowsSplitIcon from '@tabler/icons-react/dist/esm/icons/IconArrowsSplit.mjs'
import EyeOffIcon from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import TableExportIcon from '@tabler/icons-react/dist/esm/icons/IconTableExport.mjs'
import FileSpreadsheetIcon from '@tabler/icons-react/dist/esm/icons/IconFileSpreadsheet.mjs'
import PlaneIcon from '@tabler/icons-react/dist/esm/icons/IconPlane.mjs'
import TrainIcon from '@tabler/icons-react/dist/esm/icons/IconTrain.mjs'
import BusIcon from '@tabler/icons-react/dist/esm/icons/IconBus.mjs'
import CarIcon from '@tabler/icons-react/dist/esm/icons/IconCar.mjs'
import ShipIcon from '@tabler/icons-react/dist/esm/icons/IconShip.mjs'
import BedIcon from '@tabler/icons-react/dist/esm/icons/IconBed.mjs'
import DialpadIcon from '@tabler/icons-react/dist/esm/icons/IconDialpad.mjs'
import MicrophoneIcon from '@tabler/icons-react/dist/esm/icons/IconMicrophone.mjs'
import MicrophoneOffIcon from '@tabler/icons-react/dist/esm/icons/IconMicrophoneOff.mjs'
import PhoneIncomingIcon from '@tabler/icons-react/dist/esm/icons/IconPhoneIncoming.mjs'
import PhoneOffIcon from '@tabler/icons-react/dist/esm/icons/IconPhoneOff.mjs'
import PlayerPauseIcon from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import PlayerPlayIcon from '@tabler/icons-react/dist/esm/icons/IconPlayerPlay.mjs'
import RecordMailIcon from '@tabler/icons-react/dist/esm/icons/IconRecordMail.mjs'
import TransferOutIcon from '@tabler/icons-react/dist/esm/icons/IconTransferOut.mjs'

export const icons = {
  dialpad: DialpadIcon,
  microphone: MicrophoneIcon,
  'microphone-off': MicrophoneOffIcon,
  'phone-incoming': PhoneIncomingIcon,
  'phone-off': PhoneOffIcon,
  'player-pause': PlayerPauseIcon,
  'player-play': PlayerPlayIcon,
  'record-mail': RecordMailIcon,
  'transfer-out': TransferOutIcon,
  bed: BedIcon,
  ship: ShipIcon,
  car: CarIcon,
  bus: BusIcon,
  train: TrainIcon,
  plane: PlaneIcon,
  'file-spreadsheet': FileSpreadsheetIcon,
  'table-export': TableExportIcon,
  'eye-off': EyeOffIcon,
  'arrows-split': ArrowsSplitIcon,
  'user-check': UserCheckIcon,
  'file-import': FileImportIcon,
  checklist: ChecklistIcon,
  'user-share': UserShareIcon,
  'users-group': UsersGroupIcon,
  'list-numbers': ListNumbersIcon,
  eye: EyeIcon,
  'alert-triangle': AlertTriangleIcon,
  archive: ArchiveIcon,
  'arrow-back-up': ArrowBackUpIcon,
  'arrow-down': ArrowDownIcon,
  'arrow-right': ArrowRightIcon,
  'arrow-up': ArrowUpIcon,
  at: AtIcon,
  bell: BellIcon,
  book: BookIcon,
  briefcase: BriefcaseIcon,
  'building-bank': BuildingBankIcon,
  building: BuildingIcon,
  calendar: CalendarIcon,
  'calendar-event': CalendarEventIcon,
  cake: CakeIcon,
  camera: CameraIcon,
  cash: CashIcon,
  certificate: CertificateIcon,
  'chart-bar': ChartBarIcon,
  check: CheckIcon,
  'chevron-down': ChevronDownIcon,
  'chevron-left': ChevronLeftIcon,
  'chevron-right': ChevronRightIcon,
  circle: CircleIcon,
  'circle-check': CircleCheckIcon,
  clock: ClockIcon,
  columns: ColumnsIcon,
  command: CommandIcon,
  copy: CopyIcon,
  door: DoorIcon,
  dots: DotsIcon,
  download: DownloadIcon,
  edit: EditIcon,
  'external-link': ExternalLinkIcon,
  'file-text': FileTextIcon,
  filter: FilterIcon,
  flag: FlagIcon,
  folder: FolderIcon,
  'folder-search': FolderSearchIcon,
  'git-merge': GitMergeIcon,
  hierarchy: HierarchyIcon,
  history: HistoryIcon,
  home: HomeIcon,
  hourglass: HourglassIcon,
  id: IdIcon,
  inbox: InboxIcon,
  key: KeyIcon,
  keyboard: KeyboardIcon,
  language: LanguageIcon,
  link: LinkIcon,
  'list-check': ListCheckIcon,
  lock: LockIcon,
  logout: LogoutIcon,
  mail: MailIcon,
  mailbox: MailboxIcon,
  'map-pin': MapPinIcon,
  maximize: MaximizeIcon,
  message: MessageIcon,
  moon: MoonIcon,
  package: PackageIcon,
  paperclip: PaperclipIcon,
  phone: PhoneIcon,
  photo: PhotoIcon,
  pin: PinIcon,
  plus: PlusIcon,
  printer: PrinterIcon,
  'device-mobile-message': DeviceMobileMessageIcon,
  forms: FormsIcon,
  'grip-vertical': GripVerticalIcon,
  messages: MessagesIcon,
  receipt: ReceiptIcon,
  refresh: RefreshIcon,
  repeat: RepeatIcon,
  rotate: RotateIcon,
  scale: ScaleIcon,
  scan: ScanIcon,
  search: SearchIcon,
  send: SendIcon,
  server: ServerIcon,
  settings: SettingsIcon,
  'shield-check': ShieldCheckIcon,
  signature: SignatureIcon,
  star: StarIcon,
  sun: SunIcon,
  tag: TagIcon,
  tool: ToolIcon,
  'stack-2': Stack2Icon,
  school: SchoolIcon,
  trash: TrashIcon,
  upload: UploadIcon,
  user: UserIcon,
  users: UsersIcon,
  wallet: WalletIcon,
  'wifi-off': WifiOffIcon,
  x: XIcon,
  'zoom-in': ZoomInIcon,
  'zoom-out': ZoomOutIcon,
}

export type IconName = keyof typeof icons
